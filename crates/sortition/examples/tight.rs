
use std::collections::BTreeMap;
fn main(){ let a:Vec<u64>=std::env::args().skip(1).map(|x|x.parse().unwrap()).collect();
 let (n,k,f,v,slack,seeds)=(a[0] as usize,a[1] as usize,a[2] as usize,a[3] as usize,a[4] as f64,a[5]);
 for seed in 0..seeds { let mut s=seed.wrapping_mul(0x9E3779B97F4A7C15)+12345; let mut r=move||{s^=s<<13;s^=s>>7;s^=s<<17;(s>>11) as f64/(1u64<<53) as f64};
 // skewed values
 let tilt:Vec<Vec<f64>>=(0..f).map(|_|{let w:Vec<f64>=(0..v).map(|_|(r()*2.5).exp()).collect();let t:f64=w.iter().sum();w.iter().map(|x|x/t).collect()}).collect();
 let people:Vec<Vec<usize>>=(0..n).map(|_|(0..f).map(|i|{let mut u=r();let mut j=0;while j+1<v&&u>tilt[i][j]{u-=tilt[i][j];j+=1}j}).collect()).collect();
 // panel: representative of uniform population: weighted random
 let mut idx:Vec<(f64,usize)>=(0..n).map(|i|{let w:f64=(0..f).map(|q|1.0/(tilt[q][people[i][q]]*v as f64)).product::<f64>().powf(0.5);(-(r().ln())/w,i)}).collect(); idx.sort_by(|a,b|a.0.total_cmp(&b.0));
 let panel:Vec<usize>=idx.iter().take(k).map(|x|x.1).collect();
 let mut t:BTreeMap<Vec<usize>,f64>=BTreeMap::new(); for p in &people{*t.entry(p.clone()).or_default()+=1.0;}
 let types:Vec<_>=t.keys().cloned().collect();let c:Vec<f64>=t.values().copied().collect();
 let mut rows=vec![((k as f64),(k as f64),(0..types.len()).collect::<Vec<_>>())];
 for i in 0..f{for j in 0..v{let m=panel.iter().filter(|&&p|people[p][i]==j).count() as f64;rows.push(((m-slack).max(0.0),m+slack,(0..types.len()).filter(|&q|types[q][i]==j).collect()));}}
 print!("seed {seed} "); sortition::trial::cuts(c.clone(),c,rows);
 }}
